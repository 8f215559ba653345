"""When we do not know: questions, answers, people."""
