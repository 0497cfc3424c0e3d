package org.rung.senders;

/** The provider behind a sender; the simulator speaks Twilio's own protocol. */
public enum Gateway {
    TWILIO,
    SIMULATOR
}
