package org.rung.common;

/** A phone number in E.164, such as {@code +15105550132}; how people write one is read by {@link PhoneNumbers}. */
public record PhoneNumber(String text) {
    public PhoneNumber {
        if (text.length() < 8 || text.length() > 16 || text.charAt(0) != '+' || text.charAt(1) == '0') {
            throw new Problem.Invalid("phone", "problem.phone-international");
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                throw new Problem.Invalid("phone", "problem.phone-digits");
            }
        }
    }

    @Override
    public String toString() {
        // Never the number itself: this is what ends up in logs.
        return "••" + text.substring(text.length() - 2);
    }
}
