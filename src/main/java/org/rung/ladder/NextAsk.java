package org.rung.ladder;

/** What to ask someone next, and why now. */
public record NextAsk(AskId askId, AskFamily family, String title, String words, String reason) {}
