package org.rung.links;

import java.util.List;

/** Words with their addresses made short, before the text that carries them has an id. */
public record Shortened(String body, List<Minted> links) {
    record Minted(LinkTargetId target, LinkCode code) {}
}
