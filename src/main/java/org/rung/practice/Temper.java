package org.rung.practice;

import java.time.Duration;

/** An invented supporter, by how they answer: somebody warm, somebody who asks first, and somebody who wants no texts. */
public enum Temper {
    WARM("Alma", "Varga", "+12025550101", 2, Duration.ofSeconds(3)),
    HESITANT("Noor", "Kaplan", "+12025550102", 3, Duration.ofSeconds(5)),
    STOPS("Theo", "Brandt", "+12025550103", 1, Duration.ofSeconds(4));

    private final String firstName;
    private final String lastName;
    private final String phone;
    private final int answers;
    private final Duration pause;

    /** The numbers are from the range that belongs to nobody. */
    Temper(String firstName, String lastName, String phone, int answers, Duration pause) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.phone = phone;
        this.answers = answers;
        this.pause = pause;
    }

    String firstName() {
        return firstName;
    }

    String lastName() {
        return lastName;
    }

    String phone() {
        return phone;
    }

    /** How often they answer in all. */
    int answers() {
        return answers;
    }

    /** For how long they read and type, once a text has arrived. */
    public Duration pause() {
        return pause;
    }
}
