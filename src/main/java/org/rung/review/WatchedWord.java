package org.rung.review;

/** A word or phrase on an organization's list, as it was written there. */
public record WatchedWord(WatchedWordId watchedWordId, String phrase, Strength strength) {}
