package cn.xiezhi.tool;

import cn.xiezhi.loader.RuleSchemas;
import cn.xiezhi.procedure.Procedures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the JSON Schemas into a folder: for the product's {@code schema/}, and beside new rules. */
public final class Schemas {
    private Schemas() {}

    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]));
    }

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> schema : RuleSchemas.byFile(Procedures.own()).entrySet()) {
            Files.writeString(folder.resolve(schema.getKey()), schema.getValue());
        }
    }
}
