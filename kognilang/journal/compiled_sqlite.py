"""The store's SQL for sqlite: made by `python -m kognilang.journal.compile`, not by hand."""
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from kognilang.journal.statement import Statement

FORMAT = 4

TABLES: tuple[str, ...] = (
    'CREATE TABLE answer ( id TEXT NOT NULL, question TEXT DEFAULT \'\' NOT NULL, text TEXT DEFAULT \'\' NOT NULL, "by" TEXT DEFAULT \'\' NOT NULL, at TEXT DEFAULT \'\' NOT NULL, data TEXT DEFAULT \'\' NOT NULL, run TEXT DEFAULT \'\' NOT NULL, won BIGINT DEFAULT \'0\' NOT NULL, PRIMARY KEY (id) )',
    'CREATE INDEX answer_by_question ON answer (question)',
    'CREATE INDEX answer_by_run ON answer (run)',
    'CREATE TABLE blob ( hash TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (hash) )',
    'CREATE TABLE circumstance ( question TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (question) )',
    "CREATE TABLE counter ( prefix TEXT NOT NULL, last BIGINT DEFAULT '0' NOT NULL, PRIMARY KEY (prefix) )",
    'CREATE TABLE effect ( "key" TEXT NOT NULL, run TEXT NOT NULL, lane TEXT DEFAULT \'\' NOT NULL, skill TEXT DEFAULT \'\' NOT NULL, arguments TEXT DEFAULT \'\' NOT NULL, digest TEXT DEFAULT \'\' NOT NULL, status TEXT DEFAULT \'\' NOT NULL, outcome TEXT DEFAULT \'\' NOT NULL, at TEXT DEFAULT \'\' NOT NULL, seq BIGINT DEFAULT \'0\' NOT NULL, PRIMARY KEY (run, "key") ) WITHOUT ROWID',
    'CREATE TABLE event ( "key" TEXT NOT NULL, "trigger" TEXT DEFAULT \'\' NOT NULL, at TEXT DEFAULT \'\' NOT NULL, run TEXT DEFAULT \'\' NOT NULL, PRIMARY KEY ("key") )',
    'CREATE INDEX event_by_trigger ON event ("trigger", at)',
    'CREATE TABLE journal ( run TEXT NOT NULL, seq INTEGER NOT NULL, lane TEXT DEFAULT \'\' NOT NULL, sentence BIGINT DEFAULT \'0\' NOT NULL, what TEXT DEFAULT \'\' NOT NULL, data TEXT DEFAULT \'\' NOT NULL, blob TEXT DEFAULT \'\' NOT NULL, at TEXT DEFAULT \'\' NOT NULL, "plan" TEXT DEFAULT \'\' NOT NULL, hash TEXT DEFAULT \'\' NOT NULL, PRIMARY KEY (run, seq) ) WITHOUT ROWID',
    'CREATE TABLE learning ( id TEXT NOT NULL, version INTEGER NOT NULL, "before" BIGINT DEFAULT \'0\' NOT NULL, text TEXT DEFAULT \'\' NOT NULL, scope TEXT DEFAULT \'\' NOT NULL, path TEXT DEFAULT \'\' NOT NULL, title TEXT DEFAULT \'\' NOT NULL, owner TEXT DEFAULT \'\' NOT NULL, made_at TEXT DEFAULT \'\' NOT NULL, until TEXT DEFAULT \'\' NOT NULL, status TEXT DEFAULT \'\' NOT NULL, what TEXT DEFAULT \'\' NOT NULL, changed_by TEXT DEFAULT \'\' NOT NULL, changed_at TEXT DEFAULT \'\' NOT NULL, question TEXT DEFAULT \'\' NOT NULL, PRIMARY KEY (id, version) )',
    "CREATE TABLE learning_use ( run TEXT NOT NULL, seq INTEGER NOT NULL, learning TEXT DEFAULT '' NOT NULL, lane TEXT DEFAULT '' NOT NULL, data TEXT DEFAULT '' NOT NULL, at TEXT DEFAULT '' NOT NULL, PRIMARY KEY (run, seq) )",
    'CREATE INDEX learning_use_by_learning ON learning_use (learning)',
    "CREATE TABLE object ( run TEXT NOT NULL, oid TEXT NOT NULL, version BIGINT DEFAULT '0' NOT NULL, data BLOB NOT NULL, blob TEXT DEFAULT '' NOT NULL, PRIMARY KEY (run, oid) ) WITHOUT ROWID",
    'CREATE TABLE procedure ( hash TEXT NOT NULL, title TEXT DEFAULT \'\' NOT NULL, path TEXT DEFAULT \'\' NOT NULL, text TEXT DEFAULT \'\' NOT NULL, "plan" BLOB NOT NULL, readings TEXT DEFAULT \'\' NOT NULL, PRIMARY KEY (hash) )',
    'CREATE TABLE question ( id TEXT NOT NULL, run TEXT DEFAULT \'\' NOT NULL, lane TEXT DEFAULT \'\' NOT NULL, kind TEXT DEFAULT \'\' NOT NULL, problem TEXT DEFAULT \'\' NOT NULL, situation TEXT DEFAULT \'\' NOT NULL, text TEXT DEFAULT \'\' NOT NULL, sentence TEXT DEFAULT \'\' NOT NULL, file TEXT DEFAULT \'\' NOT NULL, line BIGINT DEFAULT \'0\' NOT NULL, "to" TEXT DEFAULT \'\' NOT NULL, needs TEXT DEFAULT \'\' NOT NULL, asked_at TEXT DEFAULT \'\' NOT NULL, prop TEXT DEFAULT \'\' NOT NULL, item TEXT DEFAULT \'\' NOT NULL, noun TEXT DEFAULT \'\' NOT NULL, "values" TEXT DEFAULT \'\' NOT NULL, choices TEXT DEFAULT \'\' NOT NULL, suggestions TEXT DEFAULT \'\' NOT NULL, due_at TEXT DEFAULT \'\' NOT NULL, status TEXT DEFAULT \'\' NOT NULL, PRIMARY KEY (id) )',
    'CREATE INDEX question_by_run ON question (run, status)',
    'CREATE INDEX question_by_status ON question (status, asked_at)',
    "CREATE TABLE run ( id TEXT NOT NULL, procedure TEXT DEFAULT '' NOT NULL, title TEXT DEFAULT '' NOT NULL, path TEXT DEFAULT '' NOT NULL, status TEXT DEFAULT '' NOT NULL, epoch BIGINT DEFAULT '0' NOT NULL, seq BIGINT DEFAULT '0' NOT NULL, frame BLOB NOT NULL, started_at TEXT DEFAULT '' NOT NULL, ended_at TEXT DEFAULT '' NOT NULL, wake_at TEXT DEFAULT '' NOT NULL, lease_until TEXT DEFAULT '' NOT NULL, worker TEXT DEFAULT '' NOT NULL, attempts BIGINT DEFAULT '0' NOT NULL, parent TEXT DEFAULT '' NOT NULL, outcome TEXT DEFAULT '' NOT NULL, inputs TEXT DEFAULT '' NOT NULL, head TEXT DEFAULT '' NOT NULL, commits BIGINT DEFAULT '0' NOT NULL, answers BIGINT DEFAULT '0' NOT NULL, printed BIGINT DEFAULT '0' NOT NULL, PRIMARY KEY (id) )",
    'CREATE INDEX run_by_parent ON run (parent, status, length(id), id)',
    'CREATE INDEX run_by_path ON run (path, status, started_at)',
    'CREATE INDEX run_by_start ON run (started_at)',
    'CREATE INDEX run_by_status ON run (status, wake_at, started_at)',
    "CREATE TABLE store ( name TEXT NOT NULL, value TEXT DEFAULT '' NOT NULL, PRIMARY KEY (name) )",
)

STATEMENTS: dict[str, Statement] = {
    'add_procedure': Statement(
        'INSERT INTO procedure (hash, title, path, text, "plan", readings) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
        ('hash', 'title', 'path', 'text', 'plan', 'readings'),
    ),
    'procedure': Statement(
        'SELECT procedure.hash, procedure.title, procedure.path, procedure.text, procedure."plan", procedure.readings FROM procedure WHERE procedure.hash = ?',
        ('hash',),
    ),
    'has_procedure': Statement(
        'SELECT procedure.hash FROM procedure WHERE procedure.hash = ?',
        ('hash',),
    ),
    'new_run': Statement(
        'INSERT INTO run (id, procedure, title, path, status, epoch, seq, frame, started_at, ended_at, wake_at, lease_until, worker, attempts, parent, outcome, inputs, head, commits, answers, printed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        ('id', 'procedure', 'title', 'path', 'status', 'epoch', 'seq', 'frame', 'started_at', 'ended_at', 'wake_at', 'lease_until', 'worker', 'attempts', 'parent', 'outcome', 'inputs', 'head', 'commits', 'answers', 'printed'),
    ),
    'run': Statement(
        'SELECT run.id, run.procedure, run.title, run.path, run.status, run.epoch, run.seq, run.frame, run.started_at, run.ended_at, run.wake_at, run.lease_until, run.worker, run.attempts, run.parent, run.outcome, run.inputs, run.head, run.commits, run.answers, run.printed FROM run WHERE run.id = ?',
        ('run',),
    ),
    'runs': Statement(
        "SELECT run.id, run.procedure, run.title, run.path, run.status, run.epoch, run.seq, x'' AS frame, run.started_at, run.ended_at, run.wake_at, run.lease_until, run.worker, run.attempts, run.parent, run.outcome, run.inputs, run.head, run.commits, run.answers, run.printed FROM run",
        (),
    ),
    'runs_by_status': Statement(
        "SELECT run.id, run.procedure, run.title, run.path, run.status, run.epoch, run.seq, x'' AS frame, run.started_at, run.ended_at, run.wake_at, run.lease_until, run.worker, run.attempts, run.parent, run.outcome, run.inputs, run.head, run.commits, run.answers, run.printed FROM run WHERE run.status = ?",
        ('status',),
    ),
    'runs_by_path': Statement(
        "SELECT run.id, run.procedure, run.title, run.path, run.status, run.epoch, run.seq, x'' AS frame, run.started_at, run.ended_at, run.wake_at, run.lease_until, run.worker, run.attempts, run.parent, run.outcome, run.inputs, run.head, run.commits, run.answers, run.printed FROM run WHERE run.path = ?",
        ('path',),
    ),
    'open_by_path': Statement(
        "SELECT run.id, run.procedure, run.title, run.path, run.status, run.epoch, run.seq, x'' AS frame, run.started_at, run.ended_at, run.wake_at, run.lease_until, run.worker, run.attempts, run.parent, run.outcome, run.inputs, run.head, run.commits, run.answers, run.printed FROM run WHERE run.path = ? AND run.status IN ('parked', 'ready', 'running', 'waiting')",
        ('path',),
    ),
    'open_count': Statement(
        "SELECT count(*) AS count_1 FROM run WHERE run.path = ? AND run.status IN ('parked', 'ready', 'running', 'waiting')",
        ('path',),
    ),
    'newest_open': Statement(
        "SELECT found.id FROM (SELECT anon_1.id AS id, anon_1.started_at AS started_at FROM (SELECT run.id AS id, run.started_at AS started_at FROM run WHERE run.path = ? AND run.status = 'parked' ORDER BY run.started_at DESC LIMIT 1 OFFSET 0) AS anon_1 UNION ALL SELECT anon_2.id AS id, anon_2.started_at AS started_at FROM (SELECT run.id AS id, run.started_at AS started_at FROM run WHERE run.path = ? AND run.status = 'ready' ORDER BY run.started_at DESC LIMIT 1 OFFSET 0) AS anon_2 UNION ALL SELECT anon_3.id AS id, anon_3.started_at AS started_at FROM (SELECT run.id AS id, run.started_at AS started_at FROM run WHERE run.path = ? AND run.status = 'running' ORDER BY run.started_at DESC LIMIT 1 OFFSET 0) AS anon_3 UNION ALL SELECT anon_4.id AS id, anon_4.started_at AS started_at FROM (SELECT run.id AS id, run.started_at AS started_at FROM run WHERE run.path = ? AND run.status = 'waiting' ORDER BY run.started_at DESC LIMIT 1 OFFSET 0) AS anon_4) AS found ORDER BY found.started_at DESC LIMIT 1 OFFSET 0",
        ('path', 'path', 'path', 'path'),
    ),
    'last_runs': Statement(
        "SELECT run.id, run.procedure, run.title, run.path, run.status, run.epoch, run.seq, x'' AS frame, run.started_at, run.ended_at, run.wake_at, run.lease_until, run.worker, run.attempts, run.parent, run.outcome, run.inputs, run.head, run.commits, run.answers, run.printed FROM run WHERE ? = '' OR run.status = ? ORDER BY run.started_at DESC LIMIT ? OFFSET 0",
        ('status', 'status', 'limit'),
    ),
    'last_own_runs': Statement(
        "SELECT run.id, run.procedure, run.title, run.path, run.status, run.epoch, run.seq, x'' AS frame, run.started_at, run.ended_at, run.wake_at, run.lease_until, run.worker, run.attempts, run.parent, run.outcome, run.inputs, run.head, run.commits, run.answers, run.printed FROM run WHERE length(run.parent) = length(replace(run.parent, ':', '')) AND (? = '' OR run.status = ?) ORDER BY run.started_at DESC LIMIT ? OFFSET 0",
        ('status', 'status', 'limit'),
    ),
    'runs_page': Statement(
        "SELECT run.id, run.procedure, run.title, run.path, run.status, run.epoch, run.seq, x'' AS frame, run.started_at, run.ended_at, run.wake_at, run.lease_until, run.worker, run.attempts, run.parent, run.outcome, run.inputs, run.head, run.commits, run.answers, run.printed FROM run WHERE (? = '' OR run.status = ?) AND run.started_at >= ? AND (run.started_at > ? OR length(run.id) > length(?) OR length(run.id) = length(?) AND run.id > ?) ORDER BY run.started_at, length(run.id), run.id LIMIT ? OFFSET 0",
        ('status', 'status', 'begin', 'begin', 'last', 'last', 'last', 'limit'),
    ),
    'own_runs_page': Statement(
        "SELECT run.id, run.procedure, run.title, run.path, run.status, run.epoch, run.seq, x'' AS frame, run.started_at, run.ended_at, run.wake_at, run.lease_until, run.worker, run.attempts, run.parent, run.outcome, run.inputs, run.head, run.commits, run.answers, run.printed FROM run WHERE length(run.parent) = length(replace(run.parent, ':', '')) AND (? = '' OR run.status = ?) AND run.started_at >= ? AND (run.started_at > ? OR length(run.id) > length(?) OR length(run.id) = length(?) AND run.id > ?) ORDER BY run.started_at, length(run.id), run.id LIMIT ? OFFSET 0",
        ('status', 'status', 'begin', 'begin', 'last', 'last', 'last', 'limit'),
    ),
    'run_at': Statement(
        "SELECT run.started_at, run.id FROM run WHERE ? = '' OR run.status = ? ORDER BY run.started_at DESC, length(run.id) DESC, run.id DESC LIMIT 1 OFFSET ?",
        ('status', 'status', 'offset'),
    ),
    'own_run_at': Statement(
        "SELECT run.started_at, run.id FROM run WHERE length(run.parent) = length(replace(run.parent, ':', '')) AND (? = '' OR run.status = ?) ORDER BY run.started_at DESC, length(run.id) DESC, run.id DESC LIMIT 1 OFFSET ?",
        ('status', 'status', 'offset'),
    ),
    'own_count': Statement(
        "SELECT count(*) AS count_1 FROM run WHERE length(run.parent) = length(replace(run.parent, ':', '')) AND (? = '' OR run.status = ?)",
        ('status', 'status'),
    ),
    'next_ready': Statement(
        "SELECT found.id FROM (SELECT anon_1.id AS id, anon_1.status AS status, anon_1.wake_at AS wake_at, anon_1.started_at AS started_at FROM (SELECT run.id AS id, run.status AS status, run.wake_at AS wake_at, run.started_at AS started_at FROM run WHERE run.status = 'ready' ORDER BY run.wake_at, run.started_at LIMIT ? OFFSET 0) AS anon_1 UNION ALL SELECT anon_2.id AS id, anon_2.status AS status, anon_2.wake_at AS wake_at, anon_2.started_at AS started_at FROM (SELECT run.id AS id, run.status AS status, run.wake_at AS wake_at, run.started_at AS started_at FROM run WHERE run.status = 'parked' AND run.wake_at > '' AND run.wake_at <= ? ORDER BY run.wake_at, run.started_at LIMIT ? OFFSET 0) AS anon_2 UNION ALL SELECT anon_3.id AS id, anon_3.status AS status, anon_3.wake_at AS wake_at, anon_3.started_at AS started_at FROM (SELECT run.id AS id, run.status AS status, run.wake_at AS wake_at, run.started_at AS started_at FROM run WHERE run.status = 'waiting' AND run.wake_at > '' AND run.wake_at <= ? ORDER BY run.wake_at, run.started_at LIMIT ? OFFSET 0) AS anon_3 UNION ALL SELECT anon_4.id AS id, anon_4.status AS status, anon_4.wake_at AS wake_at, anon_4.started_at AS started_at FROM (SELECT run.id AS id, run.status AS status, run.wake_at AS wake_at, run.started_at AS started_at FROM run WHERE run.status = 'running' AND run.lease_until < ? ORDER BY run.wake_at, run.started_at LIMIT ? OFFSET 0) AS anon_4) AS found ORDER BY found.wake_at, found.started_at LIMIT ? OFFSET 0",
        ('limit', 'now', 'limit', 'now', 'limit', 'now', 'limit', 'limit'),
    ),
    'due': Statement(
        "SELECT found.id, found.status FROM (SELECT anon_1.id AS id, anon_1.status AS status, anon_1.wake_at AS wake_at, anon_1.started_at AS started_at FROM (SELECT run.id AS id, run.status AS status, run.wake_at AS wake_at, run.started_at AS started_at FROM run WHERE run.status = 'parked' AND run.wake_at > '' AND run.wake_at <= ? ORDER BY run.wake_at, run.started_at LIMIT ? OFFSET 0) AS anon_1 UNION ALL SELECT anon_2.id AS id, anon_2.status AS status, anon_2.wake_at AS wake_at, anon_2.started_at AS started_at FROM (SELECT run.id AS id, run.status AS status, run.wake_at AS wake_at, run.started_at AS started_at FROM run WHERE run.status = 'waiting' AND run.wake_at > '' AND run.wake_at <= ? ORDER BY run.wake_at, run.started_at LIMIT ? OFFSET 0) AS anon_2) AS found ORDER BY found.wake_at, found.started_at LIMIT ? OFFSET 0",
        ('now', 'limit', 'now', 'limit', 'limit'),
    ),
    'next_wake': Statement(
        "SELECT (SELECT min(run.wake_at) AS min_1 FROM run WHERE run.status = 'parked' AND run.wake_at > '') AS anon_1, (SELECT min(run.wake_at) AS min_2 FROM run WHERE run.status = 'waiting' AND run.wake_at > '') AS anon_2",
        (),
    ),
    'claim': Statement(
        "UPDATE run SET status='running', epoch=(run.epoch + 1), lease_until=?, worker=?, attempts=(run.attempts + 1) WHERE run.id = ? AND (run.status IN ('ready', 'parked', 'waiting') OR run.status = 'running' AND (run.lease_until < ? OR run.worker = ?)) RETURNING id, procedure, title, path, status, epoch, seq, frame, started_at, ended_at, wake_at, lease_until, worker, attempts, parent, outcome, inputs, head, commits, answers, printed",
        ('until', 'worker', 'run', 'now', 'gone'),
    ),
    'renew': Statement(
        "UPDATE run SET lease_until=? WHERE run.id = ? AND run.epoch = ? AND run.status = 'running'",
        ('until', 'run', 'my_epoch'),
    ),
    'release': Statement(
        "UPDATE run SET status=CASE WHEN (run.status = 'running') THEN 'ready' ELSE run.status END, lease_until='', worker='' WHERE run.id = ? AND run.epoch = ?",
        ('run', 'my_epoch'),
    ),
    'commit_step': Statement(
        'UPDATE run SET seq=?, attempts=0, head=?, commits=(run.commits + 1), printed=coalesce(?, run.printed) WHERE run.id = ? AND run.epoch = ? AND run.commits = ?',
        ('seq', 'head', 'printed', 'run', 'my_epoch', 'my_commits'),
    ),
    'commit_frame': Statement(
        'UPDATE run SET seq=?, frame=?, attempts=0, head=?, commits=(run.commits + 1), printed=coalesce(?, run.printed) WHERE run.id = ? AND run.epoch = ? AND run.commits = ?',
        ('seq', 'frame', 'head', 'printed', 'run', 'my_epoch', 'my_commits'),
    ),
    'commit_change': Statement(
        "UPDATE run SET procedure=coalesce(?, run.procedure), status=CASE WHEN (? IN ('parked', 'waiting') AND run.answers > ?) THEN 'ready' ELSE coalesce(?, run.status) END, seq=?, frame=coalesce(?, run.frame), ended_at=coalesce(?, run.ended_at), wake_at=coalesce(?, run.wake_at), lease_until=coalesce(?, run.lease_until), attempts=0, outcome=coalesce(?, run.outcome), head=?, commits=(run.commits + 1), printed=coalesce(?, run.printed) WHERE run.id = ? AND run.epoch = ? AND run.commits = ? RETURNING status",
        ('procedure', 'status', 'seen', 'status', 'seq', 'frame', 'ended_at', 'wake_at', 'lease_until', 'outcome', 'head', 'printed', 'run', 'my_epoch', 'my_commits'),
    ),
    'fence': Statement(
        'SELECT run.epoch, run.commits, run.head, run.status FROM run WHERE run.id = ?',
        ('run',),
    ),
    'add_journal': Statement(
        'INSERT INTO journal (run, seq, lane, sentence, what, data, blob, at, "plan", hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        ('run', 'seq', 'lane', 'sentence', 'what', 'data', 'blob', 'at', 'plan', 'hash'),
    ),
    'put_object': Statement(
        'INSERT INTO object (run, oid, version, data, blob) VALUES (?, ?, ?, ?, ?) ON CONFLICT (run, oid) DO UPDATE SET version = excluded.version, data = excluded.data, blob = excluded.blob',
        ('run', 'oid', 'version', 'data', 'blob'),
    ),
    'object': Statement(
        'SELECT object.run, object.oid, object.version, object.data, object.blob FROM object WHERE object.run = ? AND object.oid = ?',
        ('run', 'oid'),
    ),
    'objects': Statement(
        'SELECT object.run, object.oid, object.version, object.data, object.blob FROM object WHERE object.run = ?',
        ('run',),
    ),
    'put_effect': Statement(
        'INSERT INTO effect ("key", run, lane, skill, arguments, digest, status, outcome, at, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (run, "key") DO UPDATE SET status = excluded.status, outcome = excluded.outcome, at = excluded.at',
        ('key', 'run', 'lane', 'skill', 'arguments', 'digest', 'status', 'outcome', 'at', 'seq'),
    ),
    'effect': Statement(
        'SELECT effect."key", effect.run, effect.lane, effect.skill, effect.arguments, effect.digest, effect.status, effect.outcome, effect.at, effect.seq FROM effect WHERE effect.run = ? AND effect."key" = ?',
        ('run', 'key'),
    ),
    'effects': Statement(
        'SELECT effect."key", effect.run, effect.lane, effect.skill, effect.arguments, effect.digest, effect.status, effect.outcome, effect.at, effect.seq FROM effect WHERE effect.run = ? ORDER BY effect.seq',
        ('run',),
    ),
    'put_question': Statement(
        'INSERT INTO question (id, run, lane, kind, problem, situation, text, sentence, file, line, "to", needs, asked_at, prop, item, noun, "values", choices, suggestions, due_at, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET lane = excluded.lane, kind = excluded.kind, problem = excluded.problem, situation = excluded.situation, text = excluded.text, sentence = excluded.sentence, file = excluded.file, line = excluded.line, "to" = excluded."to", needs = excluded.needs, asked_at = excluded.asked_at, prop = excluded.prop, item = excluded.item, noun = excluded.noun, "values" = excluded."values", choices = excluded.choices, suggestions = excluded.suggestions, due_at = excluded.due_at, status = excluded.status',
        ('id', 'run', 'lane', 'kind', 'problem', 'situation', 'text', 'sentence', 'file', 'line', 'to', 'needs', 'asked_at', 'prop', 'item', 'noun', 'values', 'choices', 'suggestions', 'due_at', 'status'),
    ),
    'question': Statement(
        'SELECT question.id, question.run, question.lane, question.kind, question.problem, question.situation, question.text, question.sentence, question.file, question.line, question."to", question.needs, question.asked_at, question.prop, question.item, question.noun, question."values", question.choices, question.suggestions, question.due_at, question.status FROM question WHERE question.id = ?',
        ('id',),
    ),
    'questions': Statement(
        'SELECT question.id, question.run, question.lane, question.kind, question.problem, question.situation, question.text, question.sentence, question.file, question.line, question."to", question.needs, question.asked_at, question.prop, question.item, question.noun, question."values", question.choices, question.suggestions, question.due_at, question.status FROM question',
        (),
    ),
    'questions_by_status': Statement(
        'SELECT question.id, question.run, question.lane, question.kind, question.problem, question.situation, question.text, question.sentence, question.file, question.line, question."to", question.needs, question.asked_at, question.prop, question.item, question.noun, question."values", question.choices, question.suggestions, question.due_at, question.status FROM question WHERE question.status = ?',
        ('status',),
    ),
    'questions_page': Statement(
        'SELECT question.id, question.run, question.lane, question.kind, question.problem, question.situation, question.text, question.sentence, question.file, question.line, question."to", question.needs, question.asked_at, question.prop, question.item, question.noun, question."values", question.choices, question.suggestions, question.due_at, question.status FROM question WHERE question.status = ? AND question.asked_at >= ? AND (question.asked_at > ? OR length(question.id) > length(?) OR length(question.id) = length(?) AND question.id > ?) ORDER BY question.asked_at, length(question.id), question.id LIMIT ? OFFSET 0',
        ('status', 'begin', 'begin', 'last', 'last', 'last', 'limit'),
    ),
    'open_by_run': Statement(
        "SELECT question.run, count(*) AS count_1 FROM question WHERE question.status = 'open' GROUP BY question.run",
        (),
    ),
    'open_questions': Statement(
        "SELECT count(*) AS count_1 FROM question WHERE question.status = 'open'",
        (),
    ),
    'questions_by_run': Statement(
        'SELECT question.id, question.run, question.lane, question.kind, question.problem, question.situation, question.text, question.sentence, question.file, question.line, question."to", question.needs, question.asked_at, question.prop, question.item, question.noun, question."values", question.choices, question.suggestions, question.due_at, question.status FROM question WHERE question.run = ?',
        ('run',),
    ),
    'questions_of_items': Statement(
        'SELECT question.id, question.run, question.lane, question.kind, question.problem, question.situation, question.text, question.sentence, question.file, question.line, question."to", question.needs, question.asked_at, question.prop, question.item, question.noun, question."values", question.choices, question.suggestions, question.due_at, question.status FROM question WHERE question.run >= ? AND question.run < ?',
        ('first', 'end'),
    ),
    'withdraw': Statement(
        "UPDATE question SET status='withdrawn' WHERE question.id = ? AND question.status = 'open'",
        ('id',),
    ),
    'withdraw_all': Statement(
        "UPDATE question SET status='withdrawn' WHERE question.run = ? AND question.status = 'open'",
        ('run',),
    ),
    'seen': Statement(
        "UPDATE question SET status='seen' WHERE question.id = ? AND question.status = 'notice'",
        ('id',),
    ),
    'win': Statement(
        "UPDATE question SET status='answered' WHERE question.id = ? AND question.status = 'open'",
        ('id',),
    ),
    'wake': Statement(
        "UPDATE run SET status=CASE WHEN (run.status IN ('parked', 'waiting')) THEN 'ready' ELSE run.status END, answers=(run.answers + 1) WHERE run.id = ? AND (run.status NOT IN ('finished', 'failed', 'cancelled'))",
        ('run',),
    ),
    'new_child': Statement(
        'INSERT INTO run (id, procedure, title, path, status, epoch, seq, frame, started_at, ended_at, wake_at, lease_until, worker, attempts, parent, outcome, inputs, head, commits, answers, printed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
        ('id', 'procedure', 'title', 'path', 'status', 'epoch', 'seq', 'frame', 'started_at', 'ended_at', 'wake_at', 'lease_until', 'worker', 'attempts', 'parent', 'outcome', 'inputs', 'head', 'commits', 'answers', 'printed'),
    ),
    'children': Statement(
        "SELECT run.id, run.procedure, run.title, run.path, run.status, run.epoch, run.seq, x'' AS frame, run.started_at, run.ended_at, run.wake_at, run.lease_until, run.worker, run.attempts, run.parent, run.outcome, run.inputs, run.head, run.commits, run.answers, run.printed FROM run WHERE run.parent = ?",
        ('parent',),
    ),
    'ready_children': Statement(
        "SELECT run.id FROM run WHERE run.parent = ? AND run.status = 'ready' ORDER BY length(run.id), run.id LIMIT ? OFFSET 0",
        ('parent', 'limit'),
    ),
    'next_held': Statement(
        "SELECT run.id FROM run WHERE run.parent = ? AND run.status = 'waiting' AND run.wake_at = '' AND run.epoch = 0 ORDER BY length(run.id), run.id LIMIT 1 OFFSET 0",
        ('parent',),
    ),
    'begin_held': Statement(
        "UPDATE run SET status='ready' WHERE run.id = ? AND run.status = 'waiting' AND run.wake_at = '' AND run.epoch = 0",
        ('run',),
    ),
    'drop_held': Statement(
        "UPDATE run SET status='cancelled', ended_at=?, outcome='Not begun.' WHERE run.parent = ? AND run.status = 'waiting' AND run.wake_at = '' AND run.epoch = 0",
        ('now', 'parent'),
    ),
    'open_child': Statement(
        "SELECT run.id FROM run WHERE run.parent = ? AND run.status IN ('parked', 'ready', 'running', 'waiting') LIMIT 1 OFFSET 0",
        ('parent',),
    ),
    'child_ended': Statement(
        "UPDATE run SET answers=(run.answers + 1) WHERE run.id = ? AND (run.status NOT IN ('finished', 'failed', 'cancelled'))",
        ('run',),
    ),
    'wake_parent': Statement(
        "UPDATE run SET status='ready' WHERE run.id = ? AND run.status IN ('parked', 'waiting')",
        ('run',),
    ),
    'heard': Statement(
        'SELECT run.answers FROM run WHERE run.id = ?',
        ('run',),
    ),
    'at_work': Statement(
        "SELECT run.id, run.worker, run.lease_until, run.epoch FROM run WHERE run.status = 'running'",
        (),
    ),
    'reap': Statement(
        "UPDATE run SET status='ready', lease_until='', worker='' WHERE run.id = ? AND run.epoch = ? AND run.status = 'running'",
        ('run', 'my_epoch'),
    ),
    'counts': Statement(
        'SELECT run.status, count(*) AS count_1 FROM run GROUP BY run.status',
        (),
    ),
    'add_event': Statement(
        'INSERT INTO event ("key", "trigger", at, run) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
        ('key', 'trigger', 'at', 'run'),
    ),
    'event': Statement(
        'SELECT event."key", event."trigger", event.at, event.run FROM event WHERE event."key" = ?',
        ('key',),
    ),
    'last_event': Statement(
        'SELECT max(event.at) AS max_1 FROM event WHERE event."trigger" = ?',
        ('trigger',),
    ),
    'add_answer': Statement(
        'INSERT INTO answer (id, question, text, "by", at, data, run, won) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
        ('id', 'question', 'text', 'by', 'at', 'data', 'run', 'won'),
    ),
    'answer': Statement(
        'SELECT answer.id, answer.question, answer.text, answer."by", answer.at, answer.data, answer.run, answer.won FROM answer WHERE answer.id = ?',
        ('id',),
    ),
    'answer_of': Statement(
        'SELECT answer.id, answer.question, answer.text, answer."by", answer.at, answer.data, answer.run, answer.won FROM answer WHERE answer.question = ? AND answer.won = 1',
        ('question',),
    ),
    'answers': Statement(
        'SELECT answer.id, answer.question, answer.text, answer."by", answer.at, answer.data, answer.run, answer.won FROM answer WHERE answer.run = ? AND answer.won = 1 ORDER BY answer.at',
        ('run',),
    ),
    'journal': Statement(
        'SELECT journal.run, journal.seq, journal.lane, journal.sentence, journal.what, journal.data, journal.blob, journal.at, journal."plan", journal.hash FROM journal WHERE journal.run = ? AND journal.seq > ? ORDER BY journal.seq',
        ('run', 'after'),
    ),
    'said_pending': Statement(
        'SELECT journal.run, journal.seq, journal.lane, journal.sentence, journal.what, journal.data, journal.blob, journal.at, journal."plan", journal.hash FROM journal WHERE journal.run = ? AND journal.seq > (SELECT run.printed FROM run WHERE run.id = ?) AND journal.what = \'said\' ORDER BY journal.seq',
        ('run', 'run'),
    ),
    'mark_printed': Statement(
        'UPDATE run SET printed=? WHERE run.id = ? AND run.printed < ?',
        ('printed', 'run', 'printed'),
    ),
    'cancel': Statement(
        "UPDATE run SET status='cancelled', epoch=(run.epoch + 1), seq=(run.seq + 1), ended_at=?, lease_until='', worker='', outcome=?, head=? WHERE run.id = ? AND (run.status NOT IN ('finished', 'failed', 'cancelled'))",
        ('now', 'outcome', 'head', 'run'),
    ),
    'add_learning': Statement(
        'INSERT INTO learning (id, version, "before", text, scope, path, title, owner, made_at, until, status, what, changed_by, changed_at, question) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        ('id', 'version', 'before', 'text', 'scope', 'path', 'title', 'owner', 'made_at', 'until', 'status', 'what', 'changed_by', 'changed_at', 'question'),
    ),
    'learnings': Statement(
        'SELECT learning.id, learning.version, learning."before", learning.text, learning.scope, learning.path, learning.title, learning.owner, learning.made_at, learning.until, learning.status, learning.what, learning.changed_by, learning.changed_at, learning.question FROM learning ORDER BY learning.version',
        (),
    ),
    'add_use': Statement(
        'INSERT INTO learning_use (run, seq, learning, lane, data, at) VALUES (?, ?, ?, ?, ?, ?)',
        ('run', 'seq', 'learning', 'lane', 'data', 'at'),
    ),
    'uses': Statement(
        'SELECT learning_use.learning, count(*) AS count_1, max(learning_use.at) AS max_1 FROM learning_use GROUP BY learning_use.learning',
        (),
    ),
    'uses_of': Statement(
        'SELECT learning_use.run, learning_use.seq, learning_use.learning, learning_use.lane, learning_use.data, learning_use.at FROM learning_use WHERE learning_use.learning = ? ORDER BY learning_use.at',
        ('learning',),
    ),
    'put_circumstance': Statement(
        'INSERT INTO circumstance (question, data) VALUES (?, ?) ON CONFLICT (question) DO UPDATE SET data = excluded.data',
        ('question', 'data'),
    ),
    'circumstance': Statement(
        'SELECT circumstance.data FROM circumstance WHERE circumstance.question = ?',
        ('question',),
    ),
    'add_blob': Statement(
        'INSERT INTO blob (hash, data) VALUES (?, ?) ON CONFLICT DO NOTHING',
        ('hash', 'data'),
    ),
    'blob': Statement(
        'SELECT blob.data FROM blob WHERE blob.hash = ?',
        ('hash',),
    ),
    'next_id': Statement(
        'INSERT INTO counter (prefix, last) VALUES (?, 1) ON CONFLICT (prefix) DO UPDATE SET last = (counter.last + 1) RETURNING last',
        ('prefix',),
    ),
    'read_format': Statement(
        "SELECT store.value FROM store WHERE store.name = 'format'",
        (),
    ),
    'write_format': Statement(
        'INSERT INTO store (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        ('name', 'value'),
    ),
    'read_note': Statement(
        'SELECT store.value FROM store WHERE store.name = ?',
        ('name',),
    ),
    'add_note': Statement(
        'INSERT INTO store (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING',
        ('name', 'value'),
    ),
}
