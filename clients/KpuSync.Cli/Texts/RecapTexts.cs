namespace KpuSync.Cli.Texts;

/// <summary>The words of the recap.</summary>
internal static class RecapTexts
{
    public static readonly Text Command = new(
        "Rekapitulasi daftar pemilih per bulan, triwulan, atau semester.", "The recap of the voter list by month, quarter or semester.");

    public static readonly Text Office = new("Kantor (5201), provinsi (P52), atau nasional (RI). Bawaan: kantor instalasi ini.", "Office (5201), province (P52) or nation (RI). Default: this installation's office.");
    public static readonly Text Period = new("Bulan (2026-10), triwulan (2026-Q3), atau semester (2026-S1).", "Month (2026-10), quarter (2026-Q3) or semester (2026-S1).");
    public static readonly Text By = new("Rincian: office, district, village, atau tps.", "In detail: office, district, village or tps.");
    public static readonly Text Csv = new("Tulis ke berkas CSV.", "Write it to a CSV file.");
    public static readonly Text Xlsx = new("Tulis ke berkas XLSX berbentuk formulir A-Rekap.", "Write it to an XLSX file in the shape of the form A-Rekap.");
    public static readonly Text Close = new("Menutup periode yang sudah berakhir, dengan nomor berita acara.", "Close a period that has ended, under the number of its minutes.");
    public static readonly Text Minutes = new("Nomor berita acara, misalnya 26/PL.01.2-BA/52/2025.", "Number of the minutes, for example 26/PL.01.2-BA/52/2025.");
    public static readonly Text Reopen = new("Membuka kembali periode yang sudah ditutup.", "Open a closed period again.");
    public static readonly Text Reason = new("Alasan, dicatat di buku besar.", "Why; it is written into the ledger.");
    public static readonly Text PeriodMalformed = new("'{0}' bukan periode; contoh: 2026-10, 2026-Q3, 2026-S1.", "'{0}' is not a period; examples: 2026-10, 2026-Q3, 2026-S1.");
    public static readonly Text OfficeMalformed = new("'{0}' bukan kode kantor; contoh: 5201, P52, RI.", "'{0}' is not an office code; examples: 5201, P52, RI.");
    public static readonly Text LevelUnknown = new("Rincian '{0}' tidak ada; pilih office, district, village, atau tps.", "There is no detail '{0}'; choose office, district, village or tps.");

    public static readonly Text Heading = new("Rekapitulasi {0}, {1} ({2} s.d. {3})", "Recap of {0}, {1} ({2} to {3})");
    public static readonly Text Provisional = new("Sementara: periode belum berakhir.", "Provisional: the period has not ended.");
    public static readonly Text Open = new("Belum ditutup.", "Not closed yet.");
    public static readonly Text Closed = new("Ditutup dengan berita acara {0}, posisi {1}, rantai {2}.", "Closed under minutes {0}, position {1}, chain {2}.");
    public static readonly Text ClosedNow = new("Periode {0} ditutup.", "Period {0} is closed.");
    public static readonly Text Reopened = new("Periode {0} dibuka kembali, posisi {1}.", "Period {0} is open again, position {1}.");
    public static readonly Text Written = new("Ditulis: {0}", "Written: {0}");

    public static readonly Text Item = new("Uraian", "Item");
    public static readonly Text Places = new("{0} kecamatan, {1} desa/kelurahan, {2} TPS; kini {3} ditahan, {4} ganda terbuka.", "{0} districts, {1} villages, {2} polling stations; now {3} held, {4} open duplicates.");
    public static readonly Text Before = new("Awal", "Before");
    public static readonly Text New = new("Baru", "New");
    public static readonly Text AllRemoved = new("TMS", "TMS");
    public static readonly Text Changed = new("Ubah", "Changed");
    public static readonly Text Other = new("Lain", "Other");
}
