package org.rung.payments;

/** Months that nobody lived through, at the simulated provider; there is none of it where money moves. */
public interface InventedMonths {
    /**
     * Whoever was sent to that page began to give two months ago; the second month came, and the third was declined a day
     * ago. It is told as the provider tells everything, so that it is here a moment later.
     *
     * @param payPage the address to pay at, with its session
     * @param name on the card
     */
    void lastOneFailed(String payPage, String name);
}
