package org.rung.maps;

import org.rung.places.Box;

/**
 * What somebody sees of a map.
 *
 * @param zoom 0 is the whole world in 256 pixels; each step doubles it
 */
public record Look(Box box, int zoom) {
    private static final int CLOSEST = 18;

    public Look {
        zoom = Math.clamp(zoom, 0, CLOSEST);
    }
}
