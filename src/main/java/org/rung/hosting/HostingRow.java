package org.rung.hosting;

/** Somebody in the list of an umbrella, by name. */
public record HostingRow(Hosting hosting, String name) {}
