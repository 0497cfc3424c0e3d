package org.rung.asks;

/** How soon it is needed; the weight is what a yes is worth beside that of another ask. */
public enum Urgency {
    LOW(0.7),
    USUAL(1),
    HIGH(1.6);

    private final double weight;

    Urgency(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }
}
