package org.rung.accounts;

import com.vaadin.flow.component.Component;
import org.rung.common.Actor;
import org.rung.common.MemberId;

/** What a member did that the log does not repeat, since a room above keeps it anyway, such as texts: a bean of that room. */
public interface AuditElsewhere {
    /** A way there, for whoever looks at the lines of this member. */
    Component of(Actor actor, MemberId member);
}
