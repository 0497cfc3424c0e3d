package org.rung.maps;

import org.rung.places.Point;

/** Something to see at a point: how many it stands for, and what it says when it is pointed at. */
public record Dot(Point point, long many, String said) {}
