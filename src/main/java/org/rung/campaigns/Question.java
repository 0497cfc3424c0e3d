package org.rung.campaigns;

import java.util.List;

/** A question of a script; key is unique in the tree and stays when the words change. */
public record Question(String key, String words, List<AnswerChoice> answers) {}
