using System.Text;
using KpuSync.Cli;

Console.OutputEncoding = new UTF8Encoding(false);
return await CliApp.RunAsync(args, CliEnvironment.OfProcess(), CancellationToken.None);
