package org.rung.tasks;

import static org.rung.db.Tables.TASKS;

import org.jooq.DSLContext;
import org.rung.people.PlainBelongingsStore;
import org.springframework.stereotype.Repository;

/** What is to do about them. */
@Repository
class TaskBelongingsStore extends PlainBelongingsStore {
    TaskBelongingsStore(DSLContext db) {
        super(db, "task", TASKS.ORGANIZATION_ID, TASKS.TASK_ID, TASKS.SUPPORTER_ID);
    }

    @Override
    public int order() {
        return 65;
    }
}
