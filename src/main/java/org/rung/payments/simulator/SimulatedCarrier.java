package org.rung.payments.simulator;

/** Brings what the provider tells to the address that asked for it. */
interface SimulatedCarrier {
    void carry(String url, String body, String signature);
}
