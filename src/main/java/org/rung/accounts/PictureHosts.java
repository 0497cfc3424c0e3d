package org.rung.accounts;

import java.util.Set;
import org.rung.common.Actor;

/** From where else than here an organization's pages may show pictures; a bean of a room that lets it name somebody. */
public interface PictureHosts {
    /** Such as https://tiles.example.org; none for whoever sees no page with such pictures. */
    Set<String> hosts(Actor.Member reader);
}
