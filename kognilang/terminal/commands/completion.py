"""`kog completion`: prints the script that makes a shell complete this command."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from importlib import import_module

from kognilang.terminal import exits
from kognilang.terminal.arguments import parser_of
from kognilang.terminal.catalogue import SUMMARIES
from kognilang.terminal.screen import Screen

FILES = "run check explain resolve test format"

BASH = """\
_kog() {
    local word="${COMP_WORDS[COMP_CWORD]}"
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "@COMMANDS@" -- "$word"))
    elif [[ "$word" == -* ]]; then
        local options
        case "${COMP_WORDS[1]}" in
@OPTIONS@
        esac
        COMPREPLY=($(compgen -W "$options" -- "$word"))
    else
        case " @FILES@ " in
            *" ${COMP_WORDS[1]} "*)
                COMPREPLY=($(compgen -f -X '!*.@(kog|md)' -- "$word") $(compgen -d -S / -- "$word"))
                ;;
        esac
    fi
}
shopt -s extglob
complete -o nospace -F _kog kog kognilang
"""

ZSH = """\
#compdef kog kognilang
_kog() {
    if (( CURRENT == 2 )); then
        local -a commands
        commands=(
@DESCRIBED@
        )
        _describe command commands
    elif [[ "$words[CURRENT]" == -* ]]; then
        case "$words[2]" in
@OPTIONS@
        esac
    elif [[ " @FILES@ " == *" $words[2] "* ]]; then
        _files -g '*.(kog|md)'
    fi
}
compdef _kog kog kognilang
"""

FISH = """\
for name in kog kognilang
    complete -c $name -f
@DESCRIBED@
    complete -c $name -n '__fish_seen_subcommand_from @FILES@' -F
@OPTIONS@
end
"""


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "shell", metavar="SHELL", choices=("bash", "zsh", "fish"), help="bash, zsh or fish"
    )
    parser.epilog = (
        '  bash: eval "$(kog completion bash)"    in ~/.bashrc\n'
        '  zsh:  eval "$(kog completion zsh)"     in ~/.zshrc, after compinit\n'
        "  fish: kog completion fish > ~/.config/fish/completions/kog.fish"
    )


def run(options: Namespace, screen: Screen) -> int:
    """Print the script."""
    template = {"bash": BASH, "zsh": ZSH, "fish": FISH}[options.shell]
    if options.shell == "zsh":
        described = "\n".join(f"            '{n}:{_quoted(t)}'" for n, t in SUMMARIES.items())
    else:
        described = "\n".join(
            f"    complete -c $name -n __fish_use_subcommand -a {n} -d '{_quoted(t)}'"
            for n, t in SUMMARIES.items()
        )
    script = (
        template.replace("@COMMANDS@", " ".join(SUMMARIES))
        .replace("@OPTIONS@", _options(options.shell))
        .replace("@FILES@", FILES)
        .replace("@DESCRIBED@", described)
    )
    if screen.json:
        screen.document({"shell": options.shell, "script": script})
    else:
        screen.put(script.rstrip("\n"))
    return exits.FINISHED


def _options(shell: str) -> str:
    """Return the lines of the script that offer each command's own options."""
    lines = []
    for name in SUMMARIES:
        flags = _flags(name)
        if shell == "bash":
            lines.append(f'            {name}) options="{" ".join(flags)}" ;;')
        elif shell == "zsh":
            lines.append(f"            {name}) compadd -- {' '.join(flags)} ;;")
        else:
            when = f"'__fish_seen_subcommand_from {name}'"
            lines += [f"    complete -c $name -n {when} -l {flag[2:]}" for flag in flags]
    return "\n".join(lines)


def _flags(name: str) -> list[str]:
    """Return the long options of a command, as its parser has them."""
    parser = parser_of(name)
    import_module(f"kognilang.terminal.commands.{name}").describe(parser)
    return [flag for flag in parser.flags() if flag.startswith("--")]


def _quoted(text: str) -> str:
    return text.replace("'", "’").replace(":", "")
