"""`kog completion`: prints the script that makes a shell complete this command."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from kognilang.terminal import exits
from kognilang.terminal.catalogue import SUMMARIES
from kognilang.terminal.screen import Screen

OPTIONS = (
    "--help --json --quiet --verbose --workspace --as --set --answer --no-input --dry-run --fresh"
)
FILES = "run check explain"

BASH = """\
_kog() {
    local word="${COMP_WORDS[COMP_CWORD]}"
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "@COMMANDS@" -- "$word"))
    elif [[ "$word" == -* ]]; then
        COMPREPLY=($(compgen -W "@OPTIONS@" -- "$word"))
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
        compadd -- @OPTIONS@
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
    for option in @FLAGS@
        complete -c $name -n 'not __fish_use_subcommand' -l $option
    end
end
"""


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="the shell")
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
        .replace("@OPTIONS@", OPTIONS)
        .replace("@FLAGS@", OPTIONS.replace("--", ""))
        .replace("@FILES@", FILES)
        .replace("@DESCRIBED@", described)
    )
    if screen.json:
        screen.document({"shell": options.shell, "script": script})
    else:
        screen.put(script.rstrip("\n"))
    return exits.FINISHED


def _quoted(text: str) -> str:
    return text.replace("'", "’").replace(":", "")
