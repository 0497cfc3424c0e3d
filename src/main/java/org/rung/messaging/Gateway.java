package org.rung.messaging;

/** The provider behind a sender; the simulator speaks Twilio's own protocol. */
public enum Gateway {
    TWILIO,
    SIMULATOR
}
