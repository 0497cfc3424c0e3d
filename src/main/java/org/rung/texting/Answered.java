package org.rung.texting;

import java.util.Optional;

/** What recording an answer gives back: the reply to put into the composer, filled in (may be empty), and the question that comes next. */
public record Answered(String questionKey, String answerKey, String reply, Optional<String> nextQuestion) {}
