"""Suggestions: names that texts use and no record has yet, and events that nobody wrote down.

Pure: what is proposed is for an editor to accept.
"""
