"""The book of mail: sent by SMTP, or laid into an outbox folder."""
