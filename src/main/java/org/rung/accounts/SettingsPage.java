package org.rung.accounts;

import java.util.Set;
import org.rung.common.Role;

/**
 * A page under /settings that a room brings along, made a bean by that room; the settings frame lists those that the
 * signed-in member may open. The view itself is an ordinary route with the same roles.
 *
 * @param titleKey in the room's words
 * @param path such as {@code settings/senders}
 * @param order ascending; the organization's own pages have 0 to 90
 */
public record SettingsPage(String titleKey, String path, Set<Role> roles, int order) {}
