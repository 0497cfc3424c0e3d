package org.rung.campaigns;

import java.util.List;
import java.util.Optional;

/** An answer a supporter may give; reply may be empty. */
public record AnswerChoice(String key, String label, String reply, List<Effect> effects, Optional<Question> next) {}
