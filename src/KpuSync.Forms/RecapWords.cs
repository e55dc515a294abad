namespace KpuSync.Forms;

/// <summary>The words of the recap's form.</summary>
public static class RecapWords
{
    public static readonly Text Title = new("REKAPITULASI PEMUTAKHIRAN DATA PEMILIH BERKELANJUTAN", "RECAP OF THE CONTINUOUS VOTER UPDATE");
    public static readonly Text Male = new("L", "L");
    public static readonly Text Female = new("P", "P");
    public static readonly Text Both = new("L+P", "L+P");
    public static readonly Text Number = new("No", "No");
    public static readonly Text Code = new("Kode", "Code");
    public static readonly Text Name = new("Wilayah", "Area");
    public static readonly Text Station = new("TPS", "TPS");
    public static readonly Text PreviousTotal = new("Jumlah sebelumnya", "Previous total");
    public static readonly Text OpeningBalance = new("Saldo awal yang dimuat", "Opening balance loaded");
    public static readonly Text StateEntered = new("Daftar awal (KET kosong)", "List as it stood (empty KET)");
    public static readonly Text NewFirstTime = new("Baru: pemula", "New: first-time");
    public static readonly Text NewMovedIn = new("Baru: pindah masuk", "New: moved in");
    public static readonly Text Removed = new("TMS: {0}", "TMS: {0}");
    public static readonly Text TransferredIn = new("Masuk bersama desanya", "Came with its village");
    public static readonly Text TransferredOut = new("Keluar bersama desanya", "Left with its village");
    public static readonly Text MovedIn = new("Masuk dari wilayah lain di kantor ini", "Came from elsewhere in the office");
    public static readonly Text MovedOut = new("Keluar ke wilayah lain di kantor ini", "Left for elsewhere in the office");
    public static readonly Text SexCorrected = new("Perbaikan jenis kelamin", "Sex corrected");
    public static readonly Text Sum = new("Jumlah", "Total");
    public static readonly Text Total = new("Jumlah pemilih", "Voters");
    public static readonly Text DataChanged = new("Ubah: elemen data", "Changed: data");
    public static readonly Text AddressFrom = new("Ubah: alamat asal", "Changed: address from");
    public static readonly Text AddressTo = new("Ubah: alamat tujuan", "Changed: address to");
    public static readonly Text CorrectionsEntered = new("Koreksi periode tertutup: masuk", "Corrections of closed periods: came");
    public static readonly Text CorrectionsRemoved = new("Koreksi periode tertutup: keluar", "Corrections of closed periods: left");
    public static readonly Text CorrectionsChanged = new("Koreksi periode tertutup: ubah", "Corrections of closed periods: changed");
    public static readonly Text Districts = new("Kecamatan", "Districts");
    public static readonly Text Villages = new("Desa", "Villages");
    public static readonly Text Stations = new("Jumlah TPS", "Stations");
    public static readonly Text Held = new("Ditahan", "Held");
    public static readonly Text Duplicates = new("Ganda terbuka", "Open duplicates");
}
