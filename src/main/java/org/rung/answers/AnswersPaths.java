package org.rung.answers;

/** Where the screen of this room lives. */
public final class AnswersPaths {
    public static final String ANSWERS = "review/answers";

    private AnswersPaths() {}
}
