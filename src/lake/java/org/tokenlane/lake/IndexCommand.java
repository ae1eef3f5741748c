package org.tokenlane.lake;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.model.time.DateOrder;
import org.tokenlane.model.time.UtcText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "index", mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {

    @ParentCommand
    private LakeCommand parent;

    @Option(names = "--in", paramLabel = "PATH", arity = "1..*", required = true)
    private List<String> in = new ArrayList<>();

    @Option(names = "--out", paramLabel = "LAKE", required = true)
    private String lake;

    @Option(names = "--date-order", paramLabel = "ORDER")
    private @Nullable String dateOrder;

    @Option(names = "--time-zone", paramLabel = "ZONE")
    private @Nullable String timeZone;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Map<String, String> columns = new HashMap<>();
        if (timeZone != null) {
            columns.put(FileForm.LOCAL_TIME, java.time.ZoneId.of(timeZone).getId());
        }
        List<FileAccount> accounts = new Indexing(Lake.openOrCreate(parent.spark(), lake),
                new Planner.IndexOptions(columns, order())).run(in);
        accounts.stream().filter(account -> account.plan().refused() != null)
                .forEach(account -> parent.err().println(LakeText.REFUSED.text(account.plan().file().path(),
                        account.plan().refused())));
        if (json) {
            Json.print(parent.out(), json(accounts));
        } else {
            print(accounts);
        }
        return LakeCommand.DONE;
    }

    private @Nullable String order() {
        return switch (dateOrder) {
        case null -> null;
        case "month-first" -> DateOrder.MONTH_FIRST.name();
        case "day-first" -> DateOrder.DAY_FIRST.name();
        default -> throw new LakeException(LakeText.NO_SUCH_DATE_ORDER.with(dateOrder));
        };
    }

    private void print(List<FileAccount> accounts) {
        if (accounts.isEmpty()) {
            parent.out().println(LakeText.NOTHING_NEW.text());
        }
        accounts.stream().filter(account -> account.plan().refused() == null)
                .forEach(account -> parent.out().println(LakeText.ACCOUNT_FILE.text(account.plan().file().path(),
                        account.plan().shapes(), account.records(), account.stored(), account.duplicates(),
                        account.rejected())));
        parent.out().println(LakeText.ACCOUNT_ALL.text(sum(accounts, FileAccount::records),
                sum(accounts, FileAccount::stored), sum(accounts, FileAccount::duplicates),
                sum(accounts, FileAccount::rejected)));
    }

    private static long sum(List<FileAccount> accounts, ToLongFunction<FileAccount> number) {
        return accounts.stream().mapToLong(number).sum();
    }

    private Map<String, Object> json(List<FileAccount> accounts) {
        List<Object> files = new ArrayList<>();
        List<Object> refused = new ArrayList<>();
        for (FileAccount account : accounts) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("path", account.plan().file().path());
            if (account.plan().refused() != null) {
                file.put("reason", account.plan().refused());
                refused.add(file);
                continue;
            }
            file.put("sha256", account.sha256());
            file.put("bytes", account.plan().file().bytes());
            file.put("modified", UtcText.of(Instant.ofEpochMilli(account.plan().file().modified())));
            file.put("etag", account.plan().file().etag());
            file.put("from", account.plan().from());
            file.put("shape", account.plan().shapes());
            file.put("records", account.records());
            file.put("stored", account.stored());
            file.put("duplicates", account.duplicates());
            file.put("rejected", account.rejected());
            files.add(file);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("lake", lake);
        map.put("evidence", files);
        map.put("records", sum(accounts, FileAccount::records));
        map.put("stored", sum(accounts, FileAccount::stored));
        map.put("duplicates", sum(accounts, FileAccount::duplicates));
        map.put("rejected", sum(accounts, FileAccount::rejected));
        map.put("refused", refused);
        return map;
    }
}
