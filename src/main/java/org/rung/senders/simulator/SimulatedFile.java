package org.rung.senders.simulator;

/** A file that the simulated network keeps for a text. */
public record SimulatedFile(String sid, String textSid, String type, byte[] content) {}
