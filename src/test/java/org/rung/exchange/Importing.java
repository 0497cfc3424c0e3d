package org.rung.exchange;

import org.rung.common.Id;
import org.springframework.context.ApplicationContext;

/** Works off an import here and now, as its job would. */
public final class Importing {
    private Importing() {}

    public static void workOff(ApplicationContext house, String importId) {
        house.getBean(ImportRun.class).run(new ImportId(Id.parse("import", importId)), () -> false);
    }
}
