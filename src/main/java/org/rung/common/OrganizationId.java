package org.rung.common;

public record OrganizationId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
