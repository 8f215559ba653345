"""Tests of meaning."""
