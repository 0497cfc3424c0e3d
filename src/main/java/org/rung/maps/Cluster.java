package org.rung.maps;

import org.rung.places.Point;

/** So many people around a point. */
public record Cluster(Point point, long people) {}
