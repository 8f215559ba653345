"""The adviser: may only propose sentences or typed values."""
