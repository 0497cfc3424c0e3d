package org.rung.campaigns;

import java.util.Optional;

/** The first text and the tree of questions that follows it. */
public record ScriptTree(String firstText, Optional<Question> question) {}
