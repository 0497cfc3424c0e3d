package org.rung.settings;

/** Rung cannot start as it was asked to; says what is wrong and what to do about it. */
public class MissingSetting extends RuntimeException {

    private final String remedy;

    public MissingSetting(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
