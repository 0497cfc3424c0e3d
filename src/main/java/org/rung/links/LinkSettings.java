package org.rung.links;

import java.util.Optional;

/**
 * How an organization's links are.
 *
 * @param host the organization's own name for short links, such as go.eastside.org; empty for Rung's own address
 * @param tracking whether addresses in texts become short links, one a recipient
 * @param inFirstTexts whether a first text may have an address
 */
public record LinkSettings(Optional<String> host, boolean tracking, boolean inFirstTexts) {
    static final LinkSettings USUAL = new LinkSettings(Optional.empty(), true, false);
}
