package org.tokenlane.report.document;

/** How reports look, on paper and in a browser. */
final class ReportStyle {

    private static final String COMMON = """
            body { font-family: 'Noto Sans', 'Noto Sans JP', 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Emoji', sans-serif; font-size: 9.5pt; color: #1f2328; line-height: 1.35; }
            h1 { font-size: 20pt; margin: 0 0 6mm 0; }
            h2 { font-size: 15pt; margin: 6mm 0 3mm 0; color: #0a3069; }
            h3 { font-size: 11pt; margin: 4mm 0 1.5mm 0; }
            p { margin: 0 0 2mm 0; }
            table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 0 0 3mm 0; }
            th, td { text-align: left; vertical-align: top; padding: 0.9mm 1.6mm; border-bottom: 0.2mm solid #d0d7de; word-wrap: break-word; overflow-wrap: anywhere; font-size: 7.8pt; }
            thead th { background-color: #eaeef2; font-weight: bold; }
            table.facts th { width: 32%; font-weight: normal; color: #57606a; }
            table.facts th, table.facts td { font-size: 9pt; }
            table.dense th, table.dense td { font-size: 6.8pt; padding: 0.7mm 1mm; }
            .about, .proof { color: #57606a; font-size: 8.2pt; word-wrap: break-word; overflow-wrap: anywhere; }
            .finding { border-left: 1mm solid #8b949e; padding: 0 0 1mm 3mm; margin: 0 0 4mm 0; page-break-inside: avoid; }
            .finding h3 { margin-top: 0; }
            .finding.high { border-color: #cf222e; } .finding.medium { border-color: #bf8700; } .finding.low { border-color: #0969da; }
            .token { margin: 0 0 2mm 0; page-break-inside: avoid; } .token p { word-wrap: break-word; overflow-wrap: anywhere; margin: 0; }
            .token ul { margin: 0.5mm 0 0 5mm; padding: 0; list-style: none; }
            .executive { border-left: 1mm solid #0969da; padding: 0 0 0 4mm; margin: 0 0 5mm 0; font-size: 9.5pt; }
            .executive p { margin: 0 0 1.4mm 0; } .cover table.facts th, .cover table.facts td { font-size: 8.4pt; padding: 0.6mm 1.6mm; }
            ul.answer { margin: 0 0 2mm 5mm; padding: 0; } ul.answer li { margin: 0 0 0.8mm 0; overflow-wrap: anywhere; }
            ul.answer li.basis { list-style: none; color: #57606a; font-size: 8.2pt; }
            .command { font-size: 7.5pt; margin: 0 0 1mm 3mm; overflow-wrap: anywhere; word-wrap: break-word; }
            .logo { max-width: 70mm; max-height: 30mm; }
            .organisation { font-size: 12pt; color: #57606a; }
            """;
    private static final String PAPER = """
            @page { size: A4; margin: 20mm 17mm 18mm 17mm;
                @top-left { content: "CASE"; font-family: 'Noto Sans'; font-size: 7.5pt; color: #57606a; } }
            body.short { font-size: 9pt; line-height: 1.25; } .short h1 { margin-bottom: 3mm; } .short .executive { font-size: 8.8pt; margin-bottom: 2mm; }
            .short .executive p { margin-bottom: 0.8mm; } .short .cover table.facts th, .short .cover table.facts td { font-size: 7.8pt; padding: 0.25mm 1.6mm; }
            .short ul.answer { font-size: 8.7pt; } .short ul.answer li { margin-bottom: 0.5mm; } .short th, .short td { font-size: 7.4pt; padding: 0.6mm 1.4mm; }
            @page :first { @top-left { content: ""; } }
            table { -fs-table-paginate: paginate; } tr { page-break-inside: avoid; }
            .contents { page-break-before: always; page-break-after: always; } .contents ul { list-style: none; padding: 0; }
            .contents li { padding: 0.7mm 0; }
            .contents a { color: #1f2328; text-decoration: none; }
            .contents a:after { content: leader(dotted) target-counter(attr(href), page); }
            h2, h3 { page-break-after: avoid; }
            h2 { -fs-page-break-min-height: 55mm; } .cover + h2 { -fs-page-break-min-height: 160mm; } h3 { -fs-page-break-min-height: 32mm; }
            #findings, #story { -fs-page-break-min-height: 105mm; }
            """;
    private static final String SCREEN = """
            body { max-width: 1000px; margin: 24px auto; padding: 0 20px; font-size: 14px; } th, td { font-size: 12px; }
            table.facts th, table.facts td { font-size: 13px; } .about, .proof { font-size: 12px; }
            thead th { cursor: pointer; } th[aria-sort=ascending]:after { content: " \\25b2"; } th[aria-sort=descending]:after { content: " \\25bc"; }
            .timeline { background: #ffffff; border-radius: 4px; overflow-x: auto; } .timeline svg { min-width: 680px; display: block; }
            @media (max-width: 700px) { table { display: block; overflow-x: auto; } body { padding: 0 10px; } }
            @media (prefers-color-scheme: dark) {
              body { background: #0d1117; color: #e6edf3; } h2 { color: #79c0ff; } a { color: #79c0ff; } thead th { background-color: #21262d; }
              th, td { border-color: #30363d; } .about, .proof, .organisation, table.facts th, ul.answer li.basis { color: #9198a1; } }
            @media print {
              body { max-width: none; margin: 0; padding: 0; background: #ffffff; color: #1f2328; } thead { display: table-header-group; }
              tr, .finding, .token, .timeline { break-inside: avoid; } h2, h3 { break-after: avoid; } .cover { break-after: page; } }
            """;

    private ReportStyle() {
    }

    static String of(boolean print, String caseName) {
        String name = caseName.replace("\\", "\\\\").replace("\"", "\\\"").replace("<", "");
        return print ? COMMON + PAPER.replace("CASE", name) : COMMON + SCREEN;
    }
}
