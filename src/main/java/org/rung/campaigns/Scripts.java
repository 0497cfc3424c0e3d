package org.rung.campaigns;

import java.util.List;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Service;

/** Scripts and their versions. */
@Service
public class Scripts {
    public Script get(Actor actor, ScriptId scriptId) {
        throw new UnsupportedOperationException("built next");
    }

    /** Cached: versions never change. */
    public ScriptTree version(OrganizationId organizationId, ScriptVersionId scriptVersionId) {
        throw new UnsupportedOperationException("built next");
    }

    public List<Script> all(Actor actor) {
        throw new UnsupportedOperationException("built next");
    }

    public ScriptId write(Actor actor, String name, ScriptTree tree) {
        throw new UnsupportedOperationException("built next");
    }

    /** Makes the next version. @throws org.rung.common.Problem.Conflict when basedOn is not the latest number. */
    public Script change(Actor actor, ScriptId scriptId, String name, ScriptTree tree, int basedOn) {
        throw new UnsupportedOperationException("built next");
    }
}
