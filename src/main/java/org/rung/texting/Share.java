package org.rung.texting;

/**
 * So many of so many, and between which bounds the true share lies in 95 of 100 such samples (Wilson's score interval,
 * which holds for few and for rare ones too). From 0 to 1.
 */
public record Share(int some, int all) {
    private static final double SURE = 1.959964;

    public double share() {
        return all == 0 ? 0 : (double) some / all;
    }

    public double low() {
        return all == 0 ? 0 : Math.max(0, middle() - reach());
    }

    public double high() {
        return all == 0 ? 1 : Math.min(1, middle() + reach());
    }

    /** Higher by more than chance explains. */
    public boolean clearlyAbove(Share other) {
        return low() > other.high();
    }

    private double middle() {
        return (share() + SURE * SURE / (2 * all)) / (1 + SURE * SURE / all);
    }

    private double reach() {
        double own = share() * (1 - share()) / all + SURE * SURE / (4.0 * all * all);
        return SURE / (1 + SURE * SURE / all) * Math.sqrt(own);
    }
}
