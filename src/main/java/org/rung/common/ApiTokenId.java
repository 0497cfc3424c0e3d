package org.rung.common;

public record ApiTokenId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
