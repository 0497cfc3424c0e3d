package org.rung.common;

public record MemberId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
