"""Suggestions as a clerk meets them: verbs of other books, and nouns before a text."""


def test_to_email_somebody_a_text(kog, tmp_path):
    (tmp_path / "a.kog").write_text(
        'For each request in the requests:\n    Email the person "Your leave is granted".\n'
    )
    ended = kog("check", "a.kog")
    assert 'the folder "email"' not in ended.err
    assert 'Send the person an email saying "Your leave is granted".' in ended.err
