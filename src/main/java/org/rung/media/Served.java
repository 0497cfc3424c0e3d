package org.rung.media;

/** A file as it is handed out. inPlace: it may be shown where it stands, else it is saved. */
public record Served(byte[] bytes, String mime, boolean inPlace, String name) {}
