package org.rung.common;

public record MessageId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
