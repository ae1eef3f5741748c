package org.tokenlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** A program of one class in a jar, for the scripts that start the real one. */
final class RunnableJar {

    private RunnableJar() {
    }

    /**
     * Compiles it.
     *
     * @param source
     *            of a class with a main method, in no package
     * @param folder
     *            for what the compiler writes
     */
    static byte[] of(String name, String source, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(),
                file.toString())).isZero();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new ZipEntry(name + ".class"));
            jar.write(Files.readAllBytes(folder.resolve(name + ".class")));
        }
        return bytes.toByteArray();
    }
}
